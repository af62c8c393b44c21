import type { Entity } from '@backstage/catalog-model';
import type { AnnotationProblem } from 'backstage-plugin-qualys-common';
import type { ApplyRules } from './applyRules';
import type { Claim, ReadClaims } from './claims';
import { ownerOf, refOf } from './owner';
import type { BindingRecord, BindingStore } from './store';

/** What an entity claims, and what was decided about it. */
export interface EntityBindings {
  entityRef: string;
  /** In the order in which the entity names them, and then what the portal has made for it and it does not name. */
  claims: (Claim & { binding: BindingRecord })[];
  problems: AnnotationProblem[];
}

/** What became of the claims of some entities. */
export interface Recording {
  entities: EntityBindings[];
  /** The claims that are new and that no rule has accepted. */
  opened: BindingRecord[];
}

/** Writes down what entities claim, and lets the rules decide. */
export interface ClaimRecorder {
  /**
   * @param entities - as the catalog gives them, with relations
   * @param options - `reconsider`: whether the rules look at all open claims
   * again, or at new ones only
   */
  record(
    entities: readonly Entity[],
    options?: { reconsider?: boolean },
  ): Promise<Recording>;
}

function keyOf(entityRef: string, claim: Claim): string {
  return JSON.stringify([
    entityRef,
    claim.type,
    claim.subscription,
    claim.objectId,
  ]);
}

/** Makes the recorder. */
export function createClaimRecorder(options: {
  readClaims: ReadClaims;
  store: BindingStore;
  applyRules: ApplyRules;
}): ClaimRecorder {
  const { readClaims, store, applyRules } = options;
  return {
    async record(entities, { reconsider = false } = {}) {
      const claiming = entities.map(entity => ({
        entityRef: refOf(entity),
        owner: ownerOf(entity),
        ...readClaims(entity),
      }));
      const { bindings, added } = await store.record(claiming);
      const due = bindings.filter(({ id }) => reconsider || added.has(id));
      const ruled = new Map(
        (await applyRules(due)).map(binding => [binding.id, binding]),
      );
      const current = bindings.map(binding => ruled.get(binding.id) ?? binding);
      const byClaim = new Map(
        current.map(binding => [keyOf(binding.entityRef, binding), binding]),
      );

      const made = await store.madeFor(
        claiming.map(({ entityRef }) => entityRef),
      );
      const madeFor = ({ entityRef, owner }: (typeof claiming)[number]) =>
        made.filter(
          binding =>
            binding.entityRef === entityRef &&
            // It does not pass on to the next owner.
            binding.owner === owner &&
            !byClaim.has(keyOf(entityRef, binding)),
        );

      return {
        entities: claiming.map(entity => ({
          entityRef: entity.entityRef,
          problems: entity.problems,
          claims: [
            ...entity.claims.flatMap(claim => {
              const binding = byClaim.get(keyOf(entity.entityRef, claim));
              return binding ? [{ ...claim, binding }] : [];
            }),
            ...madeFor(entity).map(binding => ({
              type: binding.type,
              subscription: binding.subscription,
              objectId: binding.objectId,
              binding,
            })),
          ],
        })),
        opened: current.filter(
          ({ id, state }) => added.has(id) && state === 'open',
        ),
      };
    },
  };
}
