"""What no rule of spelling can tell: words whose beginnings or ends only look like attached ones, and adverbs.

Words are written as a dictionary has them; ``stem`` folds them when it is first
used. Broken plurals are in ``broken_plurals.txt``: a row for each word, the
singular first.
"""

# Feminine words that mean something else without their ta marbuta.
KEEP_TA = """
مكتبة جامعة مدرسة طائرة محكمة منظمة عاصمة قائمة قاعدة رابطة عملية بلدية شاحنة حافلة جمهورية شخصية جنسية جمعية
صلاحية دقيقة مجموعة مؤسسة مساعدة مقابلة محافظة منطقة ميزانية كاميرا وكالة رسالة سلامة رياضة جدارة طيارة غرامة
إمامة خطابة نقابة علامة كرامة شهادة
"""

# Adjectives so short that their feminine keeps its ta marbuta by the general rule.
SHORT_ADJECTIVES = "عام خاص هام مهم حر صعب سهل نشط حاد جاد ضخم خطر جاف حار سام حي ضيق بطيء سيئ قادم"

# Words that end in letters of an ending without having one.
WHOLE = """
البحرين بحرين فلسطين سليمان برلمان مهرجان أفغانستان باكستان كردستان امتحان استبيان ائتمان حزيران بوتين روتين بروتين
بنزين مسكين ياسمين نبات بنات ثبات ذات مساهم تفاهم تراكم دراهم ثابت مؤقت لافت صامت الله والدين والدان والدة والد
بيت صوت وقت موت بنت زيت تحت طيران عمران دوران شعبان ريحان
"""

# Words that begin with an article's letters, or a preposition's, as part of themselves.
AL_IS_RADICAL = "التزام التهاب التقاء التماس التفاف ألماني إلكترون ألبان"
AL_IS_RADICAL_WHOLE = "ألعاب ألوان إلغاء إلقاء ألقاب إلزام إلهام ألف الله والد والدة والدين والدان"
FIRST_LETTER_IS_RADICAL = """
وزارة وكالة وثيقة وسيلة وظيفة ولاية واشنطن وحدات وزراء وسائل وثائق وظائف والدة وطنية ورشات وفيات
بطاقة بداية بلدية بيانات برنامج برامج بطولة بحرين بريطانيا باكستان بحرية بورصة بعثات بسيطة بنوك
فكرته فكرتها فكرتهم فاكهة فارس فرصته فندق فنادق فرنسا فلسطين فائدة فوائد فضائية فاتورة فريقين
كاميرا كبيرة كتابة كفاءة كرامة كهرباء كاملة كثيرة كلمات كاتبة كتابات
لبنان لجنة لغة لقاء لغات لوائح ليبيا لندن لقاءات لجان لحظات لاعب لاعبين
"""

# Short names and words that a single-letter preposition is often attached to.
TAKES_PREPOSITION = "دبي قطر مصر عدن جدة مكة غزة يمن حلب حمص قمة"

# Adverbs that are printed with tanween: أيضًا, جدًا.
TANWEEN_ADVERBS = """
أيضا جدا مثلا غدا أبدا دائما غالبا حاليا سابقا لاحقا قريبا تقريبا وفقا طبقا نظرا نقلا خلافا فضلا شكرا رسميا سنويا يوميا
شهريا أسبوعيا عالميا محليا دوليا إقليميا نسبيا شخصيا خصوصا عموما مؤخرا أخيرا أولا ثانيا ثالثا إيجابيا سلبيا جزئيا كليا
نهائيا تدريجيا تلقائيا فورا حتما قطعا مجددا
"""
