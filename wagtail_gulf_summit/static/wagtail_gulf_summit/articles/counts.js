/**
 * Counts the characters of the field inside a panel while they are typed, and
 * says softly when there are more than enough. Works on inputs and on rich text.
 */
(() => {
  const { Controller } = window.StimulusModule;

  class CountController extends Controller {
    static values = { limit: Number };

    connect() {
      this.output = document.createElement("output");
      this.output.className = "gs-count";
      this.element.append(this.output);
      this.update = this.update.bind(this);
      this.element.addEventListener("input", this.update);
      this.observer = new MutationObserver(this.update);
      this.observer.observe(this.element, { subtree: true, childList: true, characterData: true });
      this.update();
    }

    disconnect() {
      this.observer.disconnect();
      this.element.removeEventListener("input", this.update);
      this.output.remove();
    }

    text() {
      const rich = this.element.querySelector("[contenteditable='true']");
      if (rich) return Array.from(rich.querySelectorAll("[data-text]"), (part) => part.textContent).join("");
      return this.element.querySelector("input:not([type='hidden']), textarea")?.value || "";
    }

    update() {
      const count = [...this.text().trim()].length;
      const over = count > this.limitValue;
      const format = window.gettext("%(count)s of %(limit)s characters");
      const shown = window.interpolate(format, { count, limit: this.limitValue }, true);
      if (this.output.textContent === shown) return;
      this.output.textContent = shown;
      this.output.classList.toggle("gs-count--over", over);
    }
  }

  window.wagtail.app.register("gs-count", CountController);
})();
