"""An Arabic-first news site made with wagtail-gulf-summit."""
