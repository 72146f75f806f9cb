"""The publisher's own blocks: one added to ours, one of ours dropped."""

from wagtail import blocks

from wagtail_gulf_summit.articles.blocks import StoryBlock


class PollBlock(blocks.StructBlock):
    question = blocks.CharBlock()
    answers = blocks.ListBlock(blocks.CharBlock())


class OurStoryBlock(StoryBlock):
    poll = PollBlock()
    table = None
