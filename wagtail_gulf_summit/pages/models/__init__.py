from .articles import ArticlePage, FrontPage, SectionPage
from .summits import SummitPage, SummitSeriesPage

__all__ = ["ArticlePage", "FrontPage", "SectionPage", "SummitPage", "SummitSeriesPage"]
