import type { ReactNode } from 'react';

/**
 * Marks what on a page is this plugin's own, so that whoever checks a portal
 * (its accessibility, for example) can tell it from the rest.
 */
export function OwnPart(props: { name: string; children: ReactNode }) {
  return <div data-qualys-part={props.name}>{props.children}</div>;
}
