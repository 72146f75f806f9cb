/** The Cite button of Wagtail's rich text editor: asks for a source and a place in it, and shows the marker. */
(() => {
  const { React, DraftJS, draftail, gulfSummitCitations: citations } = window;
  const TYPE = "CITATION";
  if (!draftail || citations.registered) return;
  citations.registered = true;

  const { EditorState, Modifier, SelectionState } = DraftJS;

  /** Where an entity stands in the text, wherever the caret is. */
  const selectionOf = (editorState, entityKey) => {
    let found = null;
    editorState
      .getCurrentContent()
      .getBlocksAsArray()
      .forEach((block) =>
        block.findEntityRanges(
          (character) => character.getEntity() === entityKey,
          (start, end) => {
            found = SelectionState.createEmpty(block.getKey()).merge({ anchorOffset: start, focusOffset: end });
          },
        ),
      );
    return found;
  };

  const editorOf = (element) => citations.inputOf(element)?.draftailEditor;

  const remove = (element, entityKey) => {
    const editor = editorOf(element);
    const state = editor.getEditorState();
    const selection = selectionOf(state, entityKey);
    if (!selection) return;
    const content = Modifier.removeRange(state.getCurrentContent(), selection, "forward");
    editor.onChange(EditorState.push(state, content, "remove-range"));
    window.setTimeout(() => editor.focus(), 0);
  };

  const edit = (element, entityKey) => {
    const editor = editorOf(element);
    const state = editor.getEditorState();
    const selection = selectionOf(state, entityKey);
    if (!selection) return;
    editor.onChange(EditorState.forceSelection(state, selection));
    window.setTimeout(() => editor.onRequestSource(TYPE), 0);
  };

  // A class, for Draft.js calls decorators where React allows no hooks.
  class Citation extends React.Component {
    constructor(props) {
      super(props);
      this.attach = this.attach.bind(this);
    }

    attach(element) {
      if (!element) return;
      citations.tooltip.attach(element, {
        edit: () => edit(element, this.props.entityKey),
        remove: () => remove(element, this.props.entityKey),
      });
    }

    render() {
      const { entityKey, contentState, children } = this.props;
      const { id, locator } = contentState.getEntity(entityKey).getData();
      return React.createElement(
        "span",
        {
          ref: this.attach,
          className: "gs-cite",
          role: "button",
          "aria-haspopup": "dialog",
          "data-cite-source": id,
          "data-cite-locator": locator || "",
        },
        React.createElement("span", { className: "gs-cite__text" }, children),
      );
    }
  }

  /** The marker that the selection is on; with the caret just after a marker, a further one is meant. */
  const isOnEntity = (editorState, entityKey) => {
    const range = entityKey && selectionOf(editorState, entityKey);
    const selection = editorState.getSelection();
    if (!range || selection.getAnchorKey() !== range.getAnchorKey()) return false;
    if (!selection.isCollapsed()) return true;
    return selection.getStartOffset() > range.getStartOffset() && selection.getStartOffset() < range.getEndOffset();
  };

  class CiteSource extends draftail.ModalWorkflowSource {
    constructor(props) {
      super(props);
      this.onCited = this.onCited.bind(this);
      const { editorState, entityKey } = props;
      this.range = isOnEntity(editorState, entityKey) ? selectionOf(editorState, entityKey) : null;
    }

    getChooserConfig(entity) {
      const { chooseUrl, locatorUrl } = citations.settings();
      const common = { content_locale: citations.contentLocale() };
      const choosing = { ...common, cited: citations.cited().join(",") };
      const data = this.range ? entity.getData() : {};
      // A marker of a source that was deleted gets another source.
      const changes = this.range && citations.source(data.id) !== null;
      const locatorStep = (modal, params) =>
        modal.loadUrl(`${locatorUrl}?${new URLSearchParams({ ...common, locator: data.locator || "", ...params })}`);
      return {
        url: changes ? locatorUrl : chooseUrl,
        urlParams: changes ? { ...common, source: data.id, locator: data.locator || "" } : choosing,
        onload: {
          ...window.CHOOSER_MODAL_ONLOAD_HANDLERS,
          chosen: (modal, { result }) => locatorStep(modal, { source: result.id }),
          locator: (modal) => {
            const form = modal.body.find("[data-gs-locator-form]");
            modal.ajaxifyForm(form);
            form.find("[data-gs-other-source]").on("click", () => modal.loadUrl(chooseUrl, choosing));
            window.setTimeout(() => form.find("[name=locator]").trigger("focus"), 300);
          },
          cited: (modal, { result }) => modal.respond("cited", result),
        },
        responses: { cited: this.onCited },
      };
    }

    onCited({ id, locator }) {
      const { editorState, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(TYPE, "IMMUTABLE", { id, locator });
      const entityKey = content.getLastCreatedEntityKey();
      const selection = editorState.getSelection();
      const after = { anchorKey: selection.getEndKey(), anchorOffset: selection.getEndOffset() };
      const place =
        this.range ||
        selection.merge({ ...after, focusKey: after.anchorKey, focusOffset: after.anchorOffset, isBackward: false });
      const text = `[${citations.cited().indexOf(id) + 1 || citations.cited().length + 1}]`;
      const changed = Modifier.replaceText(content, place, text, null, entityKey);
      const editors = Array.from(document.querySelectorAll("[data-draftail-editor-wrapper]"), editorOf);
      const editor = editors.find((one) => one?.getEditorState() === editorState);
      // A dialog answered before it has quite opened takes the focus with it.
      window.jQuery(document.body).one("hidden.bs.modal", () => editor?.focus());
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  draftail.registerPlugin({ type: TYPE, source: CiteSource, decorator: Citation }, "entityTypes");

  // As footnotes in word processors; by the key's place, which does not change with an Arabic keyboard.
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyF" || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const wrapper = event.target.closest?.("[data-draftail-editor-wrapper]");
    const editor = wrapper && citations.inputOf(wrapper)?.draftailEditor;
    if (!editor?.props.entityTypes.some(({ type }) => type === TYPE)) return;
    event.preventDefault();
    citations.tooltip.close();
    editor.onRequestSource(TYPE);
  });
})();
