import type { StepKind } from '@botpro/graphql/flows'
import type { Component } from 'vue'
import AnswerEditor from './AnswerEditor.vue'
import AppointmentEditor from './AppointmentEditor.vue'
import AskEditor from './AskEditor.vue'
import BranchEditor from './BranchEditor.vue'
import CallEditor from './CallEditor.vue'
import EndEditor from './EndEditor.vue'
import HandOffEditor from './HandOffEditor.vue'
import JumpEditor from './JumpEditor.vue'
import LookUpEditor from './LookUpEditor.vue'
import MenuEditor from './MenuEditor.vue'
import PaymentEditor from './PaymentEditor.vue'
import RequestEditor from './RequestEditor.vue'
import SayEditor from './SayEditor.vue'
import SetEditor from './SetEditor.vue'
import SubFlowEditor from './SubFlowEditor.vue'
import SurveyEditor from './SurveyEditor.vue'
import TagEditor from './TagEditor.vue'
import VerifyEditor from './VerifyEditor.vue'
import WaitEditor from './WaitEditor.vue'

/** What each kind of step is changed with. */
export const EDITORS: Record<StepKind, Component> = {
  SAY: SayEditor, MENU: MenuEditor, ASK: AskEditor, BRANCH: BranchEditor, SET: SetEditor, CALL: CallEditor, LOOK_UP: LookUpEditor, VERIFY: VerifyEditor, ANSWER: AnswerEditor, SUB_FLOW: SubFlowEditor,
  JUMP: JumpEditor, WAIT: WaitEditor, HAND_OFF: HandOffEditor, REQUEST: RequestEditor, SURVEY: SurveyEditor, TAG: TagEditor, APPOINTMENT: AppointmentEditor, PAYMENT: PaymentEditor, END: EndEditor,
}
