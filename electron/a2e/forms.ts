import type { A2eResult } from './client.ts';
import type { Endpoint, Form } from './endpoints.ts';
import type { Answer } from './envelope.ts';

/** Which form of a call this server knows, for as long as the client lives. */
export interface KnownForms {
  /** All forms, the one that answered last time first. */
  inOrder(endpoint: Endpoint): readonly Form[];
  remember(endpoint: Endpoint, form: Form): void;
  /** The server does not know this call in any form: there is a way around it, which is quicker. */
  giveUp(endpoint: Endpoint): void;
  isGivenUp(endpoint: Endpoint): boolean;
}

/** Nothing is known yet: the usual form of each call comes first. */
export function createKnownForms(): KnownForms {
  const known = new Map<Endpoint, Form>();
  const givenUp = new Set<Endpoint>();
  return {
    inOrder(endpoint) {
      const forms: readonly Form[] = [endpoint, ...(endpoint.otherwise ?? [])];
      const first = known.get(endpoint);
      return first === undefined ? forms : [first, ...forms.filter((form) => form !== first)];
    },
    remember: (endpoint, form) => void known.set(endpoint, form),
    giveUp: (endpoint) => void givenUp.add(endpoint),
    isGivenUp: (endpoint) => givenUp.has(endpoint),
  };
}

/** Whether the server was reached, and certainly did nothing, because it does not know the call in this form. */
export function isUnknownForm(answer: A2eResult<Answer>): boolean {
  return !answer.ok && (answer.fault.code === 'not-found' || answer.fault.status === 405);
}
