import { CONTRACT_CASES } from '../cases';
import type { ContractCase, Source } from '../contractCase';
import { CALLS, ODDITIES } from '../inventory';

const INTRODUCTION = `# The contract with Qualys

Every call that the documents of Qualys describe, and everything odd in them,
with the cases of \`test/contract\` that hold it. A case is a request as it goes
on the wire, and its answer, as they stand in the document. Two things are held
against each case, and \`npm test -- contract\` fails where one of them differs:

- **client**: \`qualys-client\` sends exactly this request and reads exactly this
  answer;
- **simulator**: \`qualys-simulator\` takes this request, gives an answer of this
  shape, and the client gets on with it. Where it says _never_, the reason
  stands under the tables.

Where both are named, a case is held in JSON and in XML, the two forms of the
\`qps\` APIs. Lines are those of the transcripts that the cases were written
from. This page is made from the cases: \`npm run fix\` writes it anew.`;

const cell = (text: string) =>
  text.replace(/\\/g, '\\\\').replace(/([|<>*_])/g, '\\$1');

function place({ document, place: inside, lines }: Source): string {
  const several = /\D/.test(lines ?? '') ? 'lines' : 'line';
  return cell(`${document}, ${inside}${lines ? `, ${several} ${lines}` : ''}`);
}

function table(heads: string[], rows: string[][]): string {
  return [heads, heads.map(() => '---'), ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');
}

// A case in both forms of the qps APIs is shown once.
function names(cases: ContractCase[]): string {
  const ids = new Set(cases.map(({ id }) => id));
  return [...ids]
    .flatMap(id => {
      const base = id.replace(/-(json|xml)$/, '');
      if (!ids.has(`${base}-json`) || !ids.has(`${base}-xml`)) {
        return [`\`${id}\``];
      }
      return id.endsWith('-json') ? [`\`${base}\` (JSON, XML)`] : [];
    })
    .join(', ');
}

// The same, one after the other.
function once(cases: ContractCase[]): ContractCase[][] {
  const byBase = new Map<string, ContractCase[]>();
  for (const contractCase of cases) {
    const base = contractCase.id.replace(/-(json|xml)$/, '');
    byBase.set(base, [...(byBase.get(base) ?? []), contractCase]);
  }
  return [...byBase.values()];
}

function state(cases: ContractCase[]): string {
  const simulated = cases.filter(({ simulator }) => !('never' in simulator));
  if (simulated.length === cases.length) return 'client ok, simulator ok';
  return simulated.length === 0
    ? 'client ok, simulator never'
    : `client ok, simulator ok in ${simulated.length} of ${cases.length}`;
}

function held(cases: ContractCase[], withoutCase?: string): string[] {
  return withoutCase
    ? ['none', cell(withoutCase)]
    : [names(cases), state(cases)];
}

/** The cases that show a call of the inventory. */
export const casesOfCall = (number: number) =>
  CONTRACT_CASES.filter(({ calls }) => calls?.includes(number));

/** The cases that show an oddity of the inventory. */
export const casesOfOddity = (number: number) =>
  CONTRACT_CASES.filter(({ oddities }) => oddities?.includes(number));

function neverRows(): string[][] {
  const reasons = new Map<string, ContractCase[]>();
  for (const contractCase of CONTRACT_CASES) {
    const { simulator } = contractCase;
    if (!('never' in simulator)) continue;
    const cases = reasons.get(simulator.never) ?? [];
    reasons.set(simulator.never, [...cases, contractCase]);
  }
  return [...reasons].map(([reason, cases]) => [cell(reason), names(cases)]);
}

/** The page that shows what of the documents is held by which cases, in Markdown. */
export function contractTable(): string {
  const calls = CALLS.map(({ number, title, source }) => [
    String(number),
    cell(title),
    place(source),
    ...held(casesOfCall(number)),
  ]);
  const oddities = ODDITIES.map(({ number, title, source, withoutCase }) => [
    String(number),
    cell(title),
    place(source),
    ...held(casesOfOddity(number), withoutCase),
  ]);
  const others = once(
    CONTRACT_CASES.filter(
      contractCase => !contractCase.calls && !contractCase.oddities,
    ),
  ).map(cases => [
    names(cases),
    cell(cases[0].title),
    cases[0].sources.map(place).join('; '),
    state(cases),
  ]);
  return [
    INTRODUCTION,
    '## The calls of the documents',
    table(['No.', 'call', 'source', 'cases', 'state'], calls),
    '## Their oddities',
    table(['No.', 'oddity', 'source', 'cases', 'state'], oddities),
    '## What other public documents describe',
    table(['case', 'what', 'source', 'state'], others),
    '## What the simulator never does',
    `${table(['why', 'cases'], neverRows())}\n`,
  ].join('\n\n');
}
