import { screen, within } from '@testing-library/react';
import { status } from '../../__testUtils__/fixtures';
import { catalogState } from '../../__testUtils__/platformFixtures';
import { renderSyncs } from '../../__testUtils__/syncsPage';

describe('what the catalog made of the connectors', () => {
  it('says what the catalog made of the connectors', async () => {
    renderSyncs({
      answer: status({
        catalog: catalogState({
          entities: 9876,
          leftOut: 2,
          skipped: 3,
          skippedEntities: [
            { subscription: 'main', id: 'x', message: 'its name is too long' },
          ],
          keptBecause: 'Example Gov has not been read yet.',
        }),
      }),
    });

    const section = await screen.findByRole('region', { name: 'Catalog' });
    expect(section).toHaveTextContent(
      '9,876 of the connectors have an entity in the catalog. 2 were left out on purpose, by a transformer. The catalog last said so 3 minutes ago.',
    );
    expect(section).toHaveTextContent(
      '3 connectors have no entity, since it would not be valid',
    );
    expect(
      within(section).getByRole('list', {
        name: 'Connectors without an entity',
      }),
    ).toHaveTextContent('main, x: its name is too longand 2 more');
    expect(section).toHaveTextContent(
      'Nothing is removed from the catalog for now',
    );
    expect(section).toHaveTextContent('Example Gov has not been read yet.');
  });

  it('says that the catalog has said nothing yet', async () => {
    renderSyncs();

    expect(
      await screen.findByRole('region', { name: 'Catalog' }),
    ).toHaveTextContent('The catalog has not said yet what it holds.');
  });
});
