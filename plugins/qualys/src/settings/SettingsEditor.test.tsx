import { fireEvent, screen, waitFor } from '@testing-library/react';
import { QualysApiError } from '../api';
import userEvent from '@testing-library/user-event';
import { press, retype } from '../__testUtils__/dialogs';
import { openS3Form, renderS3Card } from '../__testUtils__/s3Dialog';
import { s3Integration } from '../__testUtils__/s3Fixtures';

async function editName() {
  const form = await openS3Form();
  await retype(form.getByLabelText(/^Name/), 'Shops');
  return form;
}

describe('the way through a change of settings', () => {
  it('ends at the review where the button is clicked twice', async () => {
    const { updateS3Integration } = renderS3Card();
    const form = await editName();
    await userEvent.dblClick(
      form.getByRole('button', { name: 'Review changes' }),
    );
    await form.findByRole('list', { name: 'What will change' });
    // Where the button of the review has come in time for the second click.
    fireEvent.click(form.getByRole('button', { name: 'Save' }), { detail: 2 });
    expect(form.getByRole('button', { name: 'Save' })).toBeEnabled();
    expect(updateS3Integration).not.toHaveBeenCalled();

    await press('Save');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(updateS3Integration).toHaveBeenCalledTimes(1);
  });

  it('says that it looks, and offers it again where that has failed', async () => {
    let fail: (error: Error) => void = () => {};
    const getS3Integration = jest
      .fn()
      .mockResolvedValueOnce(s3Integration())
      .mockImplementationOnce(
        () =>
          new Promise((_, reject) => {
            fail = reject;
          }),
      )
      .mockResolvedValue(s3Integration());
    renderS3Card({
      api: {
        getS3Integration,
        updateS3Integration: async () => {
          throw new QualysApiError('The answer was lost.', {
            code: 'outcomeUnknown',
            status: 503,
          });
        },
      },
    });
    const form = await editName();
    await press('Review changes');
    await press('Save');
    await press('Look again');

    expect(
      await form.findByRole('button', { name: 'Looking again…' }),
    ).toBeDisabled();
    expect(form.queryByText('Saving…')).not.toBeInTheDocument();
    fail(
      new QualysApiError('Qualys does not answer.', {
        code: 'unavailable',
        status: 503,
      }),
    );
    await form.findByText('Qualys does not answer.');
    await press('Look again');
    expect(await form.findByRole('button', { name: 'Save' })).toBeEnabled();
    expect(form.queryByText('Qualys does not answer.')).not.toBeInTheDocument();
    expect(getS3Integration).toHaveBeenCalledTimes(3);
  });

  it('gives what sends to no key that was pressed for the review', async () => {
    renderS3Card();
    const form = await editName();
    const review = form.getByRole('button', { name: 'Review changes' });
    review.focus();
    await userEvent.keyboard('{Enter}');
    await form.findByRole('list', { name: 'What will change' });
    expect(review).not.toBeInTheDocument();
    expect(
      form.getByRole('heading', { name: 'What will change' }),
    ).toHaveFocus();
  });
});
