// Sources of an answer: buttons that open the section which they name.
import { openDialog } from './dialog.mjs';
import { element, icon } from './elements.mjs';
import { render } from './markdown.mjs';

/** The buttons, in a list. */
export function citations(given, client) {
  return element('div', { className: 'citations' },
    element('span', { className: 'quiet', textContent: given.length > 1 ? 'Sources' : 'Source' }),
    element('ul', {}, ...given.map(one => element('li', {},
      element('button', { type: 'button', className: 'source', onclick: () => openSection(one, client) }, icon('book'), label(one))))));
}

/** Shows the section in a dialog. */
export async function openSection(citation, client) {
  const body = element('div', { className: 'dialog-body prose', tabIndex: 0 }, element('p', { className: 'quiet', textContent: 'Opening …' }));
  const path = element('p', { className: 'quiet' });
  const dialog = openDialog(citation.title, body);
  dialog.classList.add('section-dialog');
  try {
    const section = encodeURIComponent(citation.section ?? '');
    const found = await client.get(`/v1/knowledge/sections?documentId=${encodeURIComponent(citation.documentId)}&section=${section}`);
    path.textContent = found.section && found.section !== found.title ? found.section.replaceAll(' > ', ' › ') : '';
    body.replaceChildren(path, render(found.text));
  } catch (failure) {
    body.replaceChildren(element('p', { className: 'problem', textContent: failure.status === 404 ? 'This document is no longer there.' : failure.message }));
  }
}

function label(citation) {
  const last = citation.section?.split(' > ').at(-1);
  return last && last !== citation.title ? `${citation.title} › ${last}` : citation.title;
}
