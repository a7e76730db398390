// What a support lead wants to know, as numbers, charts and tables.
import { element } from '../shared/elements.mjs';
import { counted, duration, money, words } from '../shared/format.mjs';
import { barList, columns } from './charts.mjs';

const spans = [[7, 'Last 7 days'], [30, 'Last 30 days'], [90, 'Last 90 days'], [365, 'Last year']];
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Shows the figures of the span that the address names; 30 days unless it does. */
export async function showFigures({ root, client, query }) {
  const days = Number(query.get('days')) || 30;
  const span = element('select', { id: 'span' }, ...spans.map(([value, text]) => element('option', { value: `${value}`, textContent: text })));
  span.value = `${days}`;
  span.addEventListener('change', () => { location.hash = `#/figures?days=${span.value}`; });
  const body = element('div', { className: 'figures-body' }, element('p', { className: 'quiet', textContent: 'Counting …' }));
  root.replaceChildren(element('div', { className: 'row' }, element('h2', { textContent: 'Figures' }),
    element('label', { className: 'unseen', htmlFor: 'span', textContent: 'Span' }), element('span', { className: 'push span' }, span)), body);
  body.replaceChildren(...parts(await client.get(`/v1/desk/figures?days=${days}`)));
}

function parts(figures) {
  const { conversations, resolvedWithoutPerson, satisfaction, answerMs, personMs, model } = figures;
  const rated = figures.ratings.reduce((sum, one) => sum + one.count, 0);
  return [
    element('div', { className: 'tiles' },
      tile('Conversations', conversations, counted(figures.messages, 'message')),
      tile('Resolved without a person', conversations ? `${Math.round(100 * resolvedWithoutPerson / conversations)} %` : '–', `${resolvedWithoutPerson} of ${conversations}`),
      tile('Satisfaction', satisfaction == null ? '–' : `${satisfaction.toFixed(1)} of 5`, counted(rated, 'rating')),
      tile('Time to answer', duration(answerMs?.median), within(answerMs)),
      tile('Time to a person', duration(personMs?.median), within(personMs)),
      tile('Model cost', money(model.cost, model.currency), `${conversations ? `${money(model.cost / conversations, model.currency)} a conversation, ` : ''}${counted(model.calls, 'call')}`)),
    element('div', { className: 'charts' },
      columns('Conversations by day', ['Day', 'Conversations', 'Handed to a person'], figures.days.map(one => ({
        label: day.format(new Date(one.day)), values: [one.conversations, one.handOffs],
      }))),
      columns('Satisfaction by day', ['Day', 'Mean rating'], figures.days.map(one => ({
        label: day.format(new Date(one.day)), values: [one.satisfaction ?? 0],
      })), 5),
      barList('Why a person was needed', 'Reason', figures.handOffReasons),
      barList('What customers asked for', 'Ask', figures.asks.map(one => ({ ...one, name: words(one.name) }))),
      barList('Ratings', 'Stars', figures.ratings.toReversed().map(one => ({ ...one, name: `${one.name} of 5` }))),
      columns(`Model cost by day (${model.currency})`, ['Day', 'Cost'], figures.days.map(one => ({
        label: day.format(new Date(one.day)), values: [one.cost],
      }))),
      barList('Who made the answers', 'Mode', model.modes.map(one => ({ ...one, name: words(one.name) })))),
  ];
}

function within(spread) {
  return spread ? `95 of 100 within ${duration(spread.p95)}` : 'Nothing measured yet';
}

function tile(name, value, more) {
  return element('section', { className: 'card tile' },
    element('h3', { textContent: name }), element('p', { className: 'value', textContent: value }), element('p', { className: 'quiet', textContent: more }));
}
