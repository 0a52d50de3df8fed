from datetime import date, datetime
from typing import Any, Optional, Union

from .accept_evidence import AcceptEvidence
from .approve_minutes import ApproveMinutes
from .assign_review import AssignReview
from .attach_document import AttachDocument
from .base_model import UNSET, UnsetType
from .cast_vote import CastVote
from .changes import Changes
from .close_ballot import CloseBallot
from .confirm_complete import ConfirmComplete
from .convene_meeting import ConveneMeeting
from .datasets import Datasets
from .decide_request import DecideRequest
from .deliver_decision import DeliverDecision
from .draft_request import DraftRequest
from .end_webhook import EndWebhook
from .evaluate_access import EvaluateAccess
from .evaluate_access_as_of import EvaluateAccessAsOf
from .evaluate_access_of_list import EvaluateAccessOfList
from .evaluate_access_of_population import EvaluateAccessOfPopulation
from .http import Http
from .input_types import (
    AcceptEvidenceInput,
    ApproveMinutesInput,
    AssignReviewInput,
    AttachDocumentInput,
    CastVoteInput,
    CloseBallotInput,
    ConfirmCompleteInput,
    ConveneMeetingInput,
    DecideRequestInput,
    DeliverDecisionInput,
    DraftRequestInput,
    EndWebhookInput,
    IssuePermitInput,
    LiftOptOutInput,
    OpenBallotInput,
    OptOutInput,
    PersonInput,
    RecordAssessmentInput,
    RecordAttendanceInput,
    RecordChoiceInput,
    RegisterWebhookInput,
    ReplayWebhookInput,
    SendToEthicsInput,
    SignUndertakingInput,
    SubmitEvidenceInput,
    SubmitRequestInput,
    UseInput,
    WithdrawEverythingInput,
)
from .issue_permit import IssuePermit
from .lift_opt_out import LiftOptOut
from .open_ballot import OpenBallot
from .opt_out import OptOut
from .permit import Permit
from .permits import Permits
from .public_register import PublicRegister
from .record_assessment import RecordAssessment
from .record_attendance import RecordAttendance
from .record_choice import RecordChoice
from .register_webhook import RegisterWebhook
from .replay_webhook import ReplayWebhook
from .send_to_ethics import SendToEthics
from .sign_undertaking import SignUndertaking
from .submit_evidence import SubmitEvidence
from .submit_request import SubmitRequest
from .who_am_i import WhoAmI
from .withdraw_everything import WithdrawEverything


def gql(q: str) -> str:
    return q


class BaimenaClient(Http):
    async def record_choice(
        self, input: RecordChoiceInput, **kwargs: Any
    ) -> RecordChoice:
        query = gql("""
            mutation RecordChoice($input: RecordChoiceInput!) {
              recordChoice(input: $input) {
                __typename
                ... on ConsentsChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="RecordChoice", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RecordChoice.model_validate(data)

    async def withdraw_everything(
        self, input: WithdrawEverythingInput, **kwargs: Any
    ) -> WithdrawEverything:
        query = gql("""
            mutation WithdrawEverything($input: WithdrawEverythingInput!) {
              withdrawEverything(input: $input) {
                __typename
                ... on ConsentsChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="WithdrawEverything",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return WithdrawEverything.model_validate(data)

    async def opt_out(self, input: OptOutInput, **kwargs: Any) -> OptOut:
        query = gql("""
            mutation OptOut($input: OptOutInput!) {
              optOut(input: $input) {
                __typename
                ... on ConsentsChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="OptOut", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return OptOut.model_validate(data)

    async def lift_opt_out(self, input: LiftOptOutInput, **kwargs: Any) -> LiftOptOut:
        query = gql("""
            mutation LiftOptOut($input: LiftOptOutInput!) {
              liftOptOut(input: $input) {
                __typename
                ... on ConsentsChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="LiftOptOut", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return LiftOptOut.model_validate(data)

    async def evaluate_access(
        self, use: UseInput, person: PersonInput, **kwargs: Any
    ) -> EvaluateAccess:
        query = gql("""
            query EvaluateAccess($use: UseInput!, $person: PersonInput!) {
              evaluateAccess(use: $use, person: $person) {
                ...Decided
              }
            }

            fragment Decided on AccessDecisions {
              instant {
                position
                time
              }
              regime
              rules
              whole {
                allowed
                reasons {
                  rule
                  says
                }
                notJudged
              }
              people {
                allowed
                whyNot
                reasons {
                  rule
                  says
                  sources {
                    source
                    article
                  }
                  unknown
                }
              }
            }
            """)
        variables: dict[str, object] = {"use": use, "person": person}
        response = await self.execute(
            query=query, operation_name="EvaluateAccess", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EvaluateAccess.model_validate(data)

    async def evaluate_access_as_of(
        self,
        use: UseInput,
        person: PersonInput,
        position: Union[Optional[int], UnsetType] = UNSET,
        time: Union[Optional[datetime], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> EvaluateAccessAsOf:
        query = gql("""
            query EvaluateAccessAsOf($use: UseInput!, $person: PersonInput!, $position: Int, $time: DateTime) @asOf(position: $position, time: $time) {
              evaluateAccess(use: $use, person: $person) {
                ...Decided
              }
            }

            fragment Decided on AccessDecisions {
              instant {
                position
                time
              }
              regime
              rules
              whole {
                allowed
                reasons {
                  rule
                  says
                }
                notJudged
              }
              people {
                allowed
                whyNot
                reasons {
                  rule
                  says
                  sources {
                    source
                    article
                  }
                  unknown
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "use": use,
            "person": person,
            "position": position,
            "time": time,
        }
        response = await self.execute(
            query=query,
            operation_name="EvaluateAccessAsOf",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return EvaluateAccessAsOf.model_validate(data)

    async def evaluate_access_of_list(
        self, use: UseInput, people: list[PersonInput], **kwargs: Any
    ) -> EvaluateAccessOfList:
        query = gql("""
            query EvaluateAccessOfList($use: UseInput!, $people: [PersonInput!]!) {
              evaluateAccessOfList(use: $use, people: $people) {
                ...Decided
              }
            }

            fragment Decided on AccessDecisions {
              instant {
                position
                time
              }
              regime
              rules
              whole {
                allowed
                reasons {
                  rule
                  says
                }
                notJudged
              }
              people {
                allowed
                whyNot
                reasons {
                  rule
                  says
                  sources {
                    source
                    article
                  }
                  unknown
                }
              }
            }
            """)
        variables: dict[str, object] = {"use": use, "people": people}
        response = await self.execute(
            query=query,
            operation_name="EvaluateAccessOfList",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return EvaluateAccessOfList.model_validate(data)

    async def evaluate_access_of_population(
        self, use: UseInput, **kwargs: Any
    ) -> EvaluateAccessOfPopulation:
        query = gql("""
            query EvaluateAccessOfPopulation($use: UseInput!) {
              evaluateAccessOfPopulation(use: $use) {
                instant {
                  position
                  time
                }
                regime
                rules
                whole {
                  allowed
                  reasons {
                    rule
                    says
                  }
                  notJudged
                }
                counts {
                  known
                  allowed
                  refused
                }
              }
            }
            """)
        variables: dict[str, object] = {"use": use}
        response = await self.execute(
            query=query,
            operation_name="EvaluateAccessOfPopulation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return EvaluateAccessOfPopulation.model_validate(data)

    async def register_webhook(
        self, input: RegisterWebhookInput, **kwargs: Any
    ) -> RegisterWebhook:
        query = gql("""
            mutation RegisterWebhook($input: RegisterWebhookInput!) {
              registerWebhook(input: $input) {
                __typename
                ... on WebhookChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  webhookId
                  secret
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="RegisterWebhook", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RegisterWebhook.model_validate(data)

    async def replay_webhook(
        self, input: ReplayWebhookInput, **kwargs: Any
    ) -> ReplayWebhook:
        query = gql("""
            mutation ReplayWebhook($input: ReplayWebhookInput!) {
              replayWebhook(input: $input) {
                __typename
                ... on ProgrammeChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="ReplayWebhook", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ReplayWebhook.model_validate(data)

    async def end_webhook(self, input: EndWebhookInput, **kwargs: Any) -> EndWebhook:
        query = gql("""
            mutation EndWebhook($input: EndWebhookInput!) {
              endWebhook(input: $input) {
                __typename
                ... on ProgrammeChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="EndWebhook", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EndWebhook.model_validate(data)

    async def issue_permit(self, input: IssuePermitInput, **kwargs: Any) -> IssuePermit:
        query = gql("""
            mutation IssuePermit($input: IssuePermitInput!) {
              issuePermit(input: $input) {
                __typename
                ... on PermitChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                    regime
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="IssuePermit", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return IssuePermit.model_validate(data)

    async def sign_undertaking(
        self, input: SignUndertakingInput, **kwargs: Any
    ) -> SignUndertaking:
        query = gql("""
            mutation SignUndertaking($input: SignUndertakingInput!) {
              signUndertaking(input: $input) {
                __typename
                ... on PermitChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="SignUndertaking", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SignUndertaking.model_validate(data)

    async def who_am_i(self, **kwargs: Any) -> WhoAmI:
        query = gql("""
            query WhoAmI {
              viewer {
                id
                name
                roles
                acts
                citizen {
                  id
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = await self.execute(
            query=query, operation_name="WhoAmI", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhoAmI.model_validate(data)

    async def datasets(
        self, first: int, after: Union[Optional[str], UnsetType] = UNSET, **kwargs: Any
    ) -> Datasets:
        query = gql("""
            query Datasets($first: Int!, $after: String) {
              datasets(first: $first, after: $after) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  id
                  key
                  title
                  ehdsCategories
                }
              }
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = await self.execute(
            query=query, operation_name="Datasets", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Datasets.model_validate(data)

    async def public_register(
        self,
        first: int,
        after: Union[Optional[str], UnsetType] = UNSET,
        since: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PublicRegister:
        query = gql("""
            query PublicRegister($first: Int!, $after: String, $since: Date) {
              publicRegister: register(first: $first, after: $after, since: $since) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  id
                  key
                  study
                  status
                  purposes
                  receivedOn
                  issuedOn
                }
              }
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after, "since": since}
        response = await self.execute(
            query=query, operation_name="PublicRegister", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PublicRegister.model_validate(data)

    async def permits(
        self, first: int, after: Union[Optional[str], UnsetType] = UNSET, **kwargs: Any
    ) -> Permits:
        query = gql("""
            query Permits($first: Int!, $after: String) {
              permits(first: $first, after: $after) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  id
                  key
                  study
                  status
                  inForce
                  starts
                  ends
                }
              }
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = await self.execute(
            query=query, operation_name="Permits", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Permits.model_validate(data)

    async def permit(self, id: str, **kwargs: Any) -> Permit:
        query = gql("""
            query Permit($id: ID!) {
              permit(id: $id) {
                id
                key
                study
                status
                inForce
                regime
                starts
                ends
                purposes
                cells {
                  purpose
                  category
                  recipient
                }
                datasets {
                  id
                  title
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = await self.execute(
            query=query, operation_name="Permit", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Permit.model_validate(data)

    async def changes(self, since: int, limit: int, **kwargs: Any) -> Changes:
        query = gql("""
            query Changes($since: Int!, $limit: Int!) {
              changes(since: $since, limit: $limit) {
                rows {
                  position
                  at
                  code
                  about {
                    life
                    key
                  }
                }
                next
                more
              }
            }
            """)
        variables: dict[str, object] = {"since": since, "limit": limit}
        response = await self.execute(
            query=query, operation_name="Changes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Changes.model_validate(data)

    async def draft_request(
        self, input: DraftRequestInput, **kwargs: Any
    ) -> DraftRequest:
        query = gql("""
            mutation DraftRequest($input: DraftRequestInput!) {
              draftRequest(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="DraftRequest", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return DraftRequest.model_validate(data)

    async def attach_document(
        self, input: AttachDocumentInput, **kwargs: Any
    ) -> AttachDocument:
        query = gql("""
            mutation AttachDocument($input: AttachDocumentInput!) {
              attachDocument(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="AttachDocument", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AttachDocument.model_validate(data)

    async def submit_request(
        self, input: SubmitRequestInput, **kwargs: Any
    ) -> SubmitRequest:
        query = gql("""
            mutation SubmitRequest($input: SubmitRequestInput!) {
              submitRequest(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="SubmitRequest", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SubmitRequest.model_validate(data)

    async def confirm_complete(
        self, input: ConfirmCompleteInput, **kwargs: Any
    ) -> ConfirmComplete:
        query = gql("""
            mutation ConfirmComplete($input: ConfirmCompleteInput!) {
              confirmComplete(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="ConfirmComplete", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ConfirmComplete.model_validate(data)

    async def record_assessment(
        self, input: RecordAssessmentInput, **kwargs: Any
    ) -> RecordAssessment:
        query = gql("""
            mutation RecordAssessment($input: RecordAssessmentInput!) {
              recordAssessment(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="RecordAssessment",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RecordAssessment.model_validate(data)

    async def send_to_ethics(
        self, input: SendToEthicsInput, **kwargs: Any
    ) -> SendToEthics:
        query = gql("""
            mutation SendToEthics($input: SendToEthicsInput!) {
              sendToEthics(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="SendToEthics", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SendToEthics.model_validate(data)

    async def decide_request(
        self, input: DecideRequestInput, **kwargs: Any
    ) -> DecideRequest:
        query = gql("""
            mutation DecideRequest($input: DecideRequestInput!) {
              decideRequest(input: $input) {
                __typename
                ... on AccessRequestChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="DecideRequest", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return DecideRequest.model_validate(data)

    async def convene_meeting(
        self, input: ConveneMeetingInput, **kwargs: Any
    ) -> ConveneMeeting:
        query = gql("""
            mutation ConveneMeeting($input: ConveneMeetingInput!) {
              conveneMeeting(input: $input) {
                __typename
                ... on MeetingChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    key
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="ConveneMeeting", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ConveneMeeting.model_validate(data)

    async def record_attendance(
        self, input: RecordAttendanceInput, **kwargs: Any
    ) -> RecordAttendance:
        query = gql("""
            mutation RecordAttendance($input: RecordAttendanceInput!) {
              recordAttendance(input: $input) {
                __typename
                ... on MeetingChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query,
            operation_name="RecordAttendance",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RecordAttendance.model_validate(data)

    async def approve_minutes(
        self, input: ApproveMinutesInput, **kwargs: Any
    ) -> ApproveMinutes:
        query = gql("""
            mutation ApproveMinutes($input: ApproveMinutesInput!) {
              approveMinutes(input: $input) {
                __typename
                ... on MeetingChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="ApproveMinutes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ApproveMinutes.model_validate(data)

    async def assign_review(
        self, input: AssignReviewInput, **kwargs: Any
    ) -> AssignReview:
        query = gql("""
            mutation AssignReview($input: AssignReviewInput!) {
              assignReview(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="AssignReview", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AssignReview.model_validate(data)

    async def open_ballot(self, input: OpenBallotInput, **kwargs: Any) -> OpenBallot:
        query = gql("""
            mutation OpenBallot($input: OpenBallotInput!) {
              openBallot(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="OpenBallot", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return OpenBallot.model_validate(data)

    async def cast_vote(self, input: CastVoteInput, **kwargs: Any) -> CastVote:
        query = gql("""
            mutation CastVote($input: CastVoteInput!) {
              castVote(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="CastVote", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CastVote.model_validate(data)

    async def close_ballot(self, input: CloseBallotInput, **kwargs: Any) -> CloseBallot:
        query = gql("""
            mutation CloseBallot($input: CloseBallotInput!) {
              closeBallot(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="CloseBallot", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CloseBallot.model_validate(data)

    async def deliver_decision(
        self, input: DeliverDecisionInput, **kwargs: Any
    ) -> DeliverDecision:
        query = gql("""
            mutation DeliverDecision($input: DeliverDecisionInput!) {
              deliverDecision(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="DeliverDecision", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return DeliverDecision.model_validate(data)

    async def submit_evidence(
        self, input: SubmitEvidenceInput, **kwargs: Any
    ) -> SubmitEvidence:
        query = gql("""
            mutation SubmitEvidence($input: SubmitEvidenceInput!) {
              submitEvidence(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="SubmitEvidence", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SubmitEvidence.model_validate(data)

    async def accept_evidence(
        self, input: AcceptEvidenceInput, **kwargs: Any
    ) -> AcceptEvidence:
        query = gql("""
            mutation AcceptEvidence($input: AcceptEvidenceInput!) {
              acceptEvidence(input: $input) {
                __typename
                ... on EthicsReviewChanged {
                  position
                  repeated
                  entries {
                    position
                    at
                    code
                  }
                  changed {
                    id
                    status
                    outcome
                  }
                }
                ...RefusedWhy
                ...Overtaken
              }
            }

            fragment Overtaken on Conflict {
              code
            }

            fragment RefusedWhy on Refused {
              code
              field
              items
              authentication {
                acrValues
                maxAge
              }
              rules {
                id
                says
                source {
                  source
                  article
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = await self.execute(
            query=query, operation_name="AcceptEvidence", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AcceptEvidence.model_validate(data)
