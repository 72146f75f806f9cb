from .articles import ArticlePage, FrontPage, PersonPage, SectionPage, TopicPage
from .summits import SummitPage, SummitSeriesPage

__all__ = ["ArticlePage", "FrontPage", "PersonPage", "SectionPage", "SummitPage", "SummitSeriesPage", "TopicPage"]
