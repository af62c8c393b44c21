import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import {
  CONNECTOR_OBJECT,
  renderConnectorActions,
} from '../../__testUtils__/connectorDialog';
import { press } from '../../__testUtils__/dialogs';
import { connector } from '../../__testUtils__/fixtures';

const NAME = 'payments-prod';

async function openDialog(
  deleteConnector: jest.Mock = jest.fn(async () => {}),
) {
  const rendered = renderConnectorActions({
    connector: connector({ name: NAME }),
    api: { deleteConnector },
  });
  await press(`Delete ${NAME}`);
  const name = await screen.findByLabelText(/^Name of the connector/);
  return { name, deleteConnector, ...rendered };
}

describe('deleting a connector', () => {
  it('takes its name, typed, and a reason', async () => {
    const { name, deleteConnector, onChanged, toast } = await openDialog();
    await press('Delete the connector');
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription(/not the name/);
    await userEvent.type(name, NAME);
    await press('Delete the connector');
    const reason = screen.getByLabelText(/^Reason/);
    await waitFor(() => expect(reason).toHaveFocus());
    expect(deleteConnector).not.toHaveBeenCalled();

    await userEvent.type(reason, 'The account is closed');
    await press('Delete the connector');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    const { subscription, id } = CONNECTOR_OBJECT;
    expect(deleteConnector).toHaveBeenCalledWith(
      expect.objectContaining({ subscription, id }),
      { name: NAME, reason: 'The account is closed' },
    );
    expect(toast).toHaveBeenCalled();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says why it did not work, and keeps what was typed', async () => {
    const { name } = await openDialog(
      jest.fn(async () => {
        throw new QualysApiError('The host did not answer.', {
          code: 'unavailable',
          status: 503,
        });
      }),
    );
    await userEvent.type(name, NAME);
    await userEvent.type(screen.getByLabelText(/^Reason/), 'It is closed');
    await press('Delete the connector');
    expect(
      await screen.findByText('The host did not answer.'),
    ).toBeInTheDocument();
    expect(name).toHaveValue(NAME);
  });

  it('is not offered to who may not', async () => {
    renderConnectorActions({
      connector: connector({ name: NAME }),
      denied: ['qualys.connector.delete'],
      api: {},
    });
    await screen.findByRole('button', { name: `Edit ${NAME}` });
    expect(
      screen.queryByRole('button', { name: `Delete ${NAME}` }),
    ).not.toBeInTheDocument();
  });
});
