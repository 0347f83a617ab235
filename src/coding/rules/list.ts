import type {Rule} from "../rule.ts"
import {accuse} from "./accuse.ts"
import {agree} from "./agree.ts"
import {aid, rescues} from "./aid.ts"
import {assault, volleys} from "./assault.ts"
import {coerce, coups} from "./coerce.ts"
import {concede} from "./concede.ts"
import {consult} from "./consult.ts"
import {cooperate} from "./cooperate.ts"
import {mobilize} from "./mobilize.ts"
import {protest} from "./protest.ts"
import {reject} from "./reject.ts"
import {obligation, request} from "./request.ts"
import {retreat} from "./retreat.ts"
import {expulsions, sanction} from "./sanction.ts"
import {settled, support} from "./support.ts"
import {threaten} from "./threaten.ts"

/// Every rule, in the order in which they are tried on a clause; the first that fits decides. Order matters only between rules
/// that share a word, and then the more demanding goes first:
/// - "must" before all readings of the verb behind it;
/// - verdicts (SANCTION convict) before arrests, since "sentenced to prison" is both;
/// - warrants and ordered arrests (THREATEN) before arrests;
/// - refusals (REJECT) and withdrawals (CONCEDE, RETREAT) before the plain readings of the same verbs: "did not sign" before
///   "sign", "agreed to withdraw" before "agreed to";
/// - hostages freed by soldiers (AID) before captives freed by their captors (RETREAT);
/// - diplomats ordered to leave (SANCTION) before orders (REQUEST);
/// - relief work of soldiers (AID) before their deployment (MOBILIZE);
/// - an agreement reached, backing pledged (SUPPORT) before what is only agreed or promised to be done (AGREE);
/// - what is said or shown (THREATEN … SUPPORT) before what is done, where a verb can mean both: "warned", "fired at" the minister;
/// - rulers brought down by soldiers (COERCE) before officials dismissed (SANCTION);
/// - rockets of militias (ASSAULT) before tests of weapons (MOBILIZE);
/// - violence last, because its verbs ("hit", "strike", "take") mean so much else.
export const rules: readonly Rule[] = [
  ...obligation,
  ...threaten,
  ...concede,
  ...reject,
  ...rescues,
  ...retreat,
  ...expulsions,
  ...request,
  ...coups,
  ...sanction,
  ...accuse,
  ...aid,
  ...settled,
  ...agree,
  ...cooperate,
  ...consult,
  ...support,
  ...protest,
  ...coerce,
  ...volleys,
  ...mobilize,
  ...assault
]
