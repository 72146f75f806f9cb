from wagtail_gulf_summit.comments.installed import missing_apps

# Without django-comments-xtd the models cannot be made; a system check then says what to add.
if not missing_apps():
    from .comment import ReaderComment
    from .counters import PageCounts, RateCounter
    from .desk import GroupCommentPermission, ModeratorNote, ReaderStanding, WordRule
    from .outbox import OutboxMail
    from .traces import CommentReport, CommentRevision

    __all__ = [
        "CommentReport",
        "CommentRevision",
        "GroupCommentPermission",
        "ModeratorNote",
        "OutboxMail",
        "PageCounts",
        "RateCounter",
        "ReaderComment",
        "ReaderStanding",
        "WordRule",
    ]
