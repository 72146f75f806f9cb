/**
 * A speaker quote in the editor: one click makes a pull quote of it, or of the
 * words selected in it, right below.
 *
 * The button is offered where the stream also has a block whose definition has
 * `beginWith(state)`, called before such a block is inserted.
 */
(() => {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;

  const textOf = (container) => {
    const editor = container.querySelector("[contenteditable='true']");
    const selection = window.getSelection();
    const selected = editor?.contains(selection.anchorNode) ? selection.toString().trim() : "";
    if (selected) return selected;
    // A citation shows its number in the text, which is not part of what was said.
    const parts = editor?.querySelectorAll("[data-text]") || [];
    return Array.from(parts)
      .filter((part) => !part.closest("[data-cite-source]"))
      .map((part) => part.textContent)
      .join("")
      .trim();
  };

  class SpeakerQuoteBlockDefinition extends StructBlockDefinition {
    render(placeholder, prefix, initialState, initialError, capabilities) {
      const block = super.render(placeholder, prefix, initialState, initialError);
      const siblings = capabilities?.get("addSibling");
      const target = siblings?.blockGroups.flatMap(([, definitions]) => definitions).find((one) => one.beginWith);
      if (target) this.addButton(block, siblings, target);
      return block;
    }

    addButton(block, siblings, target) {
      const container = block.container.get?.(0) || block.container;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary gs-pull-quote-button";
      button.textContent = window.gettext("Make a pull quote");
      // Taking the focus would lose what is selected.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        target.beginWith({ text: textOf(container), person: block.childBlocks.person?.getState() || null });
        siblings.fn({ type: target.name });
      });
      container.append(button);
    }
  }

  window.telepath.register("wagtail_gulf_summit.people.SpeakerQuoteBlock", SpeakerQuoteBlockDefinition);
})();
