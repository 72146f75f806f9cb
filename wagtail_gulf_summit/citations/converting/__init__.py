"""Turning notes that were typed by hand, or kept by wagtail-footnotes, into citations."""

from .pages import CONVERT, Plan, apply_plan, plan_page

__all__ = ["CONVERT", "Plan", "apply_plan", "plan_page"]
