/** A pull quote in the editor, which can begin with what another block gives it. */
(() => {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;

  class PullQuoteBlockDefinition extends StructBlockDefinition {
    /** The next block made of this definition begins with `state` instead of empty. */
    beginWith(state) {
      this.firstState = state;
    }

    render(placeholder, prefix, initialState, initialError) {
      const state = this.firstState ? { ...initialState, ...this.firstState } : initialState;
      this.firstState = null;
      return super.render(placeholder, prefix, state, initialError);
    }
  }

  window.telepath.register("wagtail_gulf_summit.articles.PullQuoteBlock", PullQuoteBlockDefinition);
})();
