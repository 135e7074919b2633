import type { Answer, AnswerType } from '@botpro/graphql/flows'
import type { Heard } from '../engine/input.ts'
import { takeChoice } from './choice.ts'
import { takeDate } from './date.ts'
import { takeCedula, takeDocument, takeRnc } from './documents.ts'
import { takeEmail } from './email.ts'
import { takeEntity } from './entity.ts'
import { takeFile } from './file.ts'
import { takeLocation } from './location.ts'
import { takeMoney } from './money.ts'
import { takeNumber } from './number.ts'
import { takePhone } from './phone.ts'
import type { Circumstances, Taken, Taker } from './taking.ts'
import { takeText } from './text.ts'
import { takeTime } from './time.ts'
import { takeYesNo } from './yes-no.ts'

const takers: { [Type in AnswerType]: Taker<Type> } = {
  TEXT: takeText, NUMBER: takeNumber, MONEY: takeMoney, DATE: takeDate, TIME: takeTime, EMAIL: takeEmail, PHONE: takePhone, CEDULA: takeCedula,
  RNC: takeRnc, DOCUMENT: takeDocument, YES_NO: takeYesNo, CHOICE: takeChoice, FILE: takeFile, LOCATION: takeLocation, ENTITY: takeEntity,
}

/**
 * What somebody said, as the value that was asked for: text as it is, numbers, money as a decimal, days `2026-12-04`, times `15:30`,
 * telephone numbers in E.164, documents as their digits, yes or no, the id of an option, a file, a place, an entity’s value.
 */
export const takeAnswer = (answer: Answer, heard: Heard, circumstances: Circumstances): Taken =>
  (takers[answer.type] as Taker<AnswerType>)(answer, heard, circumstances)
