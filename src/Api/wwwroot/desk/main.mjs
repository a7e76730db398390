// The staff's page: signing in, and the places that its address names.
import { Client, Problem } from '../shared/client.mjs';
import { placeIcons } from '../shared/elements.mjs';
import { Session, claims } from '../shared/session.mjs';
import { showAudit } from './audit.mjs';
import { showDeliveries } from './deliveries.mjs';
import { showFigures } from './figures.mjs';
import { showIssues, hasIssues } from './issues.mjs';
import { showKnowledge } from './knowledge.mjs';
import { showQueue } from './queue.mjs';
import { showSearch } from './search.mjs';

const $ = id => document.getElementById(id);
const places = { queue: showQueue, search: showSearch, issues: showIssues, knowledge: showKnowledge, figures: showFigures, deliveries: showDeliveries, audit: showAudit };
const titles = { queue: 'Queue', search: 'Search', issues: 'Known issues', knowledge: 'Knowledge', figures: 'Figures', deliveries: 'Deliveries', audit: 'Audit' };

const session = new Session('desk');
let client = new Client(session.token);
let leaving = new AbortController();

placeIcons();
$('token-form').addEventListener('submit', event => {
  event.preventDefault();
  session.token = $('token').value.trim();
  $('token').value = '';
  show();
});
$('sign-out').addEventListener('click', () => signOut());
addEventListener('hashchange', go);
show();

async function show() {
  const signedIn = Boolean(session.token);
  client = new Client(session.token);
  for (const id of ['places', 'sign-out', 'view'])
    $(id).hidden = !signedIn;
  $('sign-in').hidden = signedIn;
  $('who').textContent = signedIn ? claims(session.token).name ?? claims(session.token).sub ?? '' : '';
  if (!signedIn)
    return;
  $('sign-in-problem').textContent = '';
  document.querySelector('#places [href="#/audit"]').hidden = claims(session.token).role !== 'admin';
  document.querySelector('#places [href="#/issues"]').hidden = !await hasIssues(client);
  go();
}

/** Shows the place that the address names: `#/queue/ID`, `#/search?q=…`. What the place before was doing is stopped. */
function go() {
  if (!session.token)
    return;
  leaving.abort();
  leaving = new AbortController();
  const [path, query = ''] = location.hash.slice(2).split('?');
  const [name, ...rest] = path.split('/');
  const place = places[name] ? name : 'queue';
  for (const link of $('places').querySelectorAll('a')) {
    if (link.hash === `#/${place}`) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.title = `${titles[place]} · Support desk`;
  $('view').className = place;
  const context = {
    root: $('view'),
    client,
    who: claims(session.token),
    signal: leaving.signal,
    query: new URLSearchParams(query),
    id: rest.length > 0 ? decodeURIComponent(rest.join('/')) : null,
    attempt,
    announce: text => { $('announcer').textContent = text; },
  };
  attempt(() => places[place](context));
}

function signOut(reason = '') {
  leaving.abort();
  session.clear();
  $('view').replaceChildren();
  $('sign-in-problem').textContent = reason;
  $('problem').textContent = '';
  show();
}

/** Runs work and tells what went wrong; true when nothing did. */
async function attempt(work) {
  $('problem').textContent = '';
  try {
    await work();
    return true;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401)
      signOut(failure.message);
    else if (failure instanceof Problem && failure.status === 403)
      signOut('This token is not of the staff.');
    else
      $('problem').textContent = failure.message;
    return false;
  }
}
