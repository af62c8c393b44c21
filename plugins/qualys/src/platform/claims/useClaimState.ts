import {
  bindingStateSchema,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { useSearchParams } from 'react-router-dom';

/** Which claims the address of the page asks for; the open ones by default. */
export function useClaimState(): [BindingState, (state: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const asked = bindingStateSchema.safeParse(parameters.get('state'));
  return [
    asked.success ? asked.data : 'open',
    state => setParameters({ state }),
  ];
}
