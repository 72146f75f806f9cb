/* Rows of a day in another order, by dragging or with the arrow buttons. */
(() => {
  const body = document.querySelector("[data-schedule-rows]");
  if (!body) return;
  let dragged = null;

  const number = () =>
    [...body.rows].forEach((row, place) => {
      row.querySelector("[name$='-order']").value = place;
    });

  body.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const row = button.closest("tr");
    if (button.dataset.move === "-1") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    number();
    button.focus();
  });

  body.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("tr");
    dragged.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
  });

  body.addEventListener("dragover", (event) => {
    const row = event.target.closest("tr");
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    const { top, height } = row.getBoundingClientRect();
    if (event.clientY < top + height / 2) row.before(dragged);
    else row.after(dragged);
  });

  body.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    number();
  });
})();
