import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/render';
import { RelativeTime } from './RelativeTime';

const at = (offsetMs: number) => new Date(Date.now() + offsetMs).toISOString();

describe('RelativeTime', () => {
  it.each([
    [0, 'just now'],
    // The clocks of two machines never quite agree.
    [2_000, 'just now'],
    [-90_000, '1 minute ago'],
    [3 * 3_600_000 + 1_000, 'in 3 hours'],
  ])('says how far %i ms from now are', async (offset, words) => {
    renderPart(<RelativeTime value={at(offset)} />);

    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('gives the exact time to who reaches it with the keyboard', async () => {
    renderPart(<RelativeTime value="2021-01-13T05:17:58.000Z" />);
    await screen.findByText(/years ago/);

    await userEvent.tab();

    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /January 13, 2021/,
    );
  });

  it('shows what is no time as it is', async () => {
    renderPart(<RelativeTime value="yesterday" />);

    expect(await screen.findByText('yesterday')).toBeInTheDocument();
  });
});
