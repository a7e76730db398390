// The satisfaction rating: five stars and words, if one has any.
import { openDialog } from '../shared/dialog.mjs';
import { element, icon } from '../shared/elements.mjs';

const meanings = ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'];

/** Asks for a rating; `rate({ rating, comment })` sends it. */
export function askRating(rate) {
  const problem = element('p', { className: 'problem', role: 'alert' });
  const comment = element('textarea', { id: 'rating-comment', rows: 3, maxLength: 2000 });
  const form = element('form', { className: 'stack' },
    element('fieldset', {}, element('legend', { textContent: 'How was it?' }),
      element('div', { className: 'stars' }, ...meanings.map((meaning, index) => element('label', {},
        element('input', { type: 'radio', name: 'rating', value: `${index + 1}`, required: true, ariaLabel: `${index + 1} of 5: ${meaning}` }),
        icon('star'), element('span', { textContent: meaning }))))),
    element('label', { htmlFor: 'rating-comment', textContent: 'What should we know? (optional)' }),
    comment, problem,
    element('button', { type: 'submit', textContent: 'Send rating' }));
  const dialog = openDialog('Rate this conversation', element('div', { className: 'dialog-body' }, form));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await rate({ rating: Number(new FormData(form).get('rating')), comment: comment.value.trim() || null });
      dialog.close();
    } catch (failure) {
      problem.textContent = failure.message;
    }
  });
}
