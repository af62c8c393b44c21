import { z } from 'zod';
import { ObjectIdError } from '../core/idError';

/**
 * An option profile: how a scan is made.
 *
 * Source: Qualys VM/PC API, `option_profile_info.dtd`, `BASIC_INFO`.
 *
 * @public
 */
export interface OptionProfile {
  /** A whole number, as text. */
  id: string;
  /** Its name, which is called `GROUP_NAME` on the wire. */
  name: string;
  /** `user`, `compliance` and the like. */
  groupType: string;
  /** The user who made it. */
  user: string;
  isDefault: boolean;
  /** Whether all users may use it. */
  isGlobal: boolean;
  /** When it was changed (ISO 8601, UTC); null where it never was. */
  updatedAt: string | null;
}

/** An option profile to be added: its id, and whatever differs from a plain one. @public */
export type NewOptionProfile = Partial<OptionProfile> & { id: string };

const newOptionProfileSchema = z.strictObject({
  id: z.string().regex(/^\d+$/, 'must be a whole number'),
  name: z.string().min(1).optional(),
  groupType: z.string().min(1).optional(),
  user: z.string().optional(),
  isDefault: z.boolean().optional(),
  isGlobal: z.boolean().optional(),
  updatedAt: z.iso.datetime().nullable().optional(),
});

const DEMO: readonly NewOptionProfile[] = [
  { id: '2100101', name: 'Initial Options', isDefault: true, isGlobal: true },
  {
    id: '2100102',
    name: 'Cloud perimeter, light <ports 1-1024>',
    isGlobal: true,
    updatedAt: '2026-01-12T09:30:00Z',
  },
  {
    id: '2100103',
    name: 'Payments & storefront, full',
    updatedAt: '2026-02-20T16:05:10Z',
  },
];

/** The option profiles of the platform. */
export class OptionProfiles {
  private readonly profiles = new Map<string, OptionProfile>();

  /** Begins anew with those of the demo. */
  begin(): void {
    this.profiles.clear();
    for (const profile of DEMO) this.add(profile);
  }

  /**
   * Adds an option profile.
   *
   * @throws ZodError that names the field; ObjectIdError where the id is taken
   */
  add(input: NewOptionProfile): OptionProfile {
    const {
      id,
      name = `Options ${id}`,
      groupType = 'user',
      user = 'Demo User (demo_qs)',
      isDefault = false,
      isGlobal = false,
      updatedAt = null,
    } = newOptionProfileSchema.parse(input);
    if (this.profiles.has(id)) {
      throw new ObjectIdError(
        'taken',
        `There is an option profile ${id} already`,
      );
    }
    const profile = {
      id,
      name,
      groupType,
      user,
      isDefault,
      isGlobal,
      updatedAt,
    };
    this.profiles.set(id, profile);
    return { ...profile };
  }

  /** All of them, in the order in which they were added. */
  list(): OptionProfile[] {
    return structuredClone([...this.profiles.values()]);
  }
}
