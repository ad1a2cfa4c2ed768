/* Buttons that copy a citation; without script, or without a clipboard, there are none and the words can be selected. */
(() => {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    // room is kept for it, so that nothing moves
    button.style.visibility = navigator.clipboard ? "" : "hidden";
    const status = button.closest(".cite").querySelector("[role=status]");
    const say = (words) => {
      status.textContent = "";
      setTimeout(() => { status.textContent = words; }, 50); // emptied first, so that the same words are said again
    };
    button.addEventListener("click", async () => {
      const words = document.getElementById(button.dataset.copy).textContent.trim();
      try {
        await navigator.clipboard.writeText(words);
        say(status.dataset.copied);
      } catch {
        say(status.dataset.failed);
      }
    });
  }
})();
