import type { ReactNode } from 'react';
import { Content } from '@backstage/core-components';

/** The frame of a page below the header that the new system gives it. */
export function PageContent(props: { children: ReactNode }) {
  return (
    <main>
      <Content>{props.children}</Content>
    </main>
  );
}
