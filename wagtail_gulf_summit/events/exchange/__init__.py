"""Schedules from and to other programmes: ``schedule.json`` (frab, pretalx, C3VOC) and iCalendar."""
