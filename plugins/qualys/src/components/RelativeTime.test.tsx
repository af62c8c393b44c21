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

  it('gives the exact time, and can be reached with the keyboard', async () => {
    renderPart(<RelativeTime value="2021-01-13T05:17:58.000Z" />);
    const time = await screen.findByText(/years ago/);
    expect(time).toHaveAttribute('tabindex', '0');

    await userEvent.hover(time);

    expect(await screen.findByRole('tooltip')).toHaveTextContent(/2021/);
  });

  it('shows what is no time as it is', async () => {
    renderPart(<RelativeTime value="yesterday" />);

    expect(await screen.findByText('yesterday')).toBeInTheDocument();
  });
});
