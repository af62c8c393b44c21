/** Somebody that a visitor of the demo can be. Each is a User of the demo's catalog. */
export interface Persona {
  /** The name of the User entity in the namespace `default`. */
  name: string;
  title: string;
  /** What this one may do, for people. */
  description: string;
}

/** The personas, in the order in which they are offered. */
export const personas: Persona[] = [
  {
    name: 'payments-engineer',
    title: 'Payments engineer',
    description:
      'A member of the payments team, which owns the services Checkout and Ledger.',
  },
  {
    name: 'storefront-engineer',
    title: 'Storefront engineer',
    description:
      'A member of another team, which owns the services Web shop and Product search.',
  },
  {
    name: 'platform-engineer',
    title: 'Platform engineer',
    description:
      'Runs the portal: sees every connector, decides on claims, starts syncs.',
  },
  {
    name: 'auditor',
    title: 'Auditor',
    description: 'Reads everything, changes nothing.',
  },
  {
    name: 'guest',
    title: 'Guest',
    description: 'May only look at the catalog and at what is bound to it.',
  },
];
