/* Beside the times of the venue, those of the reader; and what is on now. The page is whole without it. */
(() => {
  const programme = document.getElementById("programme");
  if (!programme) return;

  const { timeZone: ownZone } = Intl.DateTimeFormat().resolvedOptions();
  const locale = `${document.documentElement.lang}-u-nu-${programme.dataset.digits}`;

  const offset = (moment, timeZone) => {
    const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(moment);
    return parts.find((part) => part.type === "timeZoneName").value;
  };

  const localDay = (moment, timeZone) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

  const showOwnTime = (time) => {
    const moment = new Date(time.dateTime);
    if (offset(moment, ownZone) === offset(moment, programme.dataset.timeZone)) return;
    const sameDay = localDay(moment, ownZone) === localDay(moment, programme.dataset.timeZone);
    const style = { hour: "numeric", minute: "2-digit", ...(sameDay ? {} : { day: "numeric", month: "long" }) };
    const own = document.createElement("span");
    own.className = "own-time";
    own.textContent = `${new Intl.DateTimeFormat(locale, style).format(moment)} ${programme.dataset.ownTime}`;
    time.after(own);
  };

  const markNow = () => {
    const now = Date.now();
    for (const session of programme.querySelectorAll("[data-start][data-end]")) {
      const running = Date.parse(session.dataset.start) <= now && now < Date.parse(session.dataset.end);
      const mark = session.querySelector(".session__now");
      session.classList.toggle("session--now", running);
      if (running && !mark) {
        const label = document.createElement("span");
        label.className = "session__now";
        label.textContent = programme.dataset.now;
        session.querySelector(".session__facts").prepend(label);
      } else if (!running && mark) {
        mark.remove();
      }
    }
  };

  const hours = programme.querySelectorAll(".programme__hour time");
  const inGroups = programme.querySelectorAll(".programme__group:not(.programme__group--hour) .session__time");
  [...hours, ...inGroups].forEach(showOwnTime);
  markNow();
  setInterval(markNow, 30_000);
})();
