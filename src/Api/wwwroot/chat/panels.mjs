// The panels beside the conversation. Where there is no room they cover it, and what they cover cannot be reached.
const wide = matchMedia('(min-width: 60rem)');

/** Makes `opener` show and hide the panel; `alwaysWhenWide` panels need no opener on wide screens. */
export function panel(id, opener, alwaysWhenWide) {
  const box = document.getElementById(id);
  const talk = document.querySelector('.talk');
  const cover = () => {
    const covering = !wide.matches && document.querySelector('.panel[data-open]') !== null;
    talk.inert = covering;
  };
  const set = open => {
    if (open) {
      for (const other of document.querySelectorAll('.panel[data-open]'))
        other.dispatchEvent(new CustomEvent('shut'));
    }
    box.toggleAttribute('data-open', open);
    opener.setAttribute('aria-expanded', `${open}`);
    cover();
  };
  const close = () => {
    if (!box.hasAttribute('data-open'))
      return;
    const inside = box.contains(document.activeElement);
    set(false);
    if (inside)
      opener.focus();
  };
  opener.addEventListener('click', () => {
    const open = !box.hasAttribute('data-open');
    set(open);
    if (open)
      box.querySelector('[data-close], button')?.focus();
  });
  box.addEventListener('shut', () => set(false));
  box.addEventListener('keydown', event => event.key === 'Escape' && close());
  box.querySelector(`[data-close="${id}"]`).addEventListener('click', close);
  wide.addEventListener('change', () => alwaysWhenWide ? set(false) : cover());
  return { close: () => !wide.matches && close() };
}
