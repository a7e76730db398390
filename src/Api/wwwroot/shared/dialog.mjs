import { button, element } from './elements.mjs';

/** A modal dialog with a title and a way out; it goes when it is closed. */
export function openDialog(title, body) {
  const head = element('h2', { textContent: title, id: `dialog-${crypto.randomUUID?.() ?? Math.random()}` });
  const close = button('', () => dialog.close(), 'bare icon', 'close');
  close.ariaLabel = 'Close';
  const dialog = element('dialog', { attrs: { 'aria-labelledby': head.id } }, element('div', { className: 'dialog-head' }, head, close), body);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => {
    // A click on the backdrop is a click on the dialog itself.
    if (event.target === dialog)
      dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
