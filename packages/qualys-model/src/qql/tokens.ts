import { QQL_ASSET_TOKENS } from './assetTokens';
import { QqlToken } from './token';
import { QQL_VULNERABILITY_TOKENS } from './vulnerabilityTokens';

export * from './token';
export { QQL_ASSET_TOKENS, QQL_VULNERABILITY_TOKENS };

const BY_NAME = new Map(
  [...QQL_VULNERABILITY_TOKENS, ...QQL_ASSET_TOKENS].map(token => [
    token.name.toLowerCase(),
    token,
  ]),
);

/**
 * The known token of a name in any case (the documents themselves write `qid`
 * and `qId`), or undefined.
 *
 * @param name - as it is written in a query
 *
 * @public
 */
export function qqlToken(name: string): QqlToken | undefined {
  return BY_NAME.get(name.toLowerCase());
}

const SWITCHES = new Map(
  ['removeVulnFilter', 'removeAssetFilter'].map(name => [
    name.toLowerCase(),
    name,
  ]),
);

/** The switch that a name in any case stands for: the document has them in its tables of tokens, but its samples set them beside the queries. */
export function filterSwitch(name: string): string | undefined {
  return SWITCHES.get(name.toLowerCase());
}
