"""The word lists, for those whose group may change them: they hold for the whole site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_gulf_summit.comments.models import WordRule


class WordRuleViewSet(ModelViewSet):
    model = WordRule
    name = "reader_comment_words"
    url_prefix = "reader-comments/words"
    icon = "list-ul"
    menu_label = _("Words in comments")
    menu_name = "reader_comment_words"
    menu_order = 610
    menu_hook = "register_newsroom_menu_item"
    add_to_admin_menu = True
    form_fields = ["phrase", "with_prefixes", "verdict"]
    list_display = ["phrase", "verdict", "with_prefixes"]
    list_filter = ["verdict"]
    search_fields = ["phrase"]
    ordering = ["phrase"]
    inspect_view_enabled = False
    copy_view_enabled = False


words_viewset = WordRuleViewSet()
