import { createHmac } from 'node:crypto'

import type { ChainTail } from '../../engine/index.js'
import type { LaneVerdict } from '../../engine/proof/index.js'
import { isSameText } from '../http/signed-token.js'

/** How far the chains of an environment were when they were found intact. */
export interface Checkpoint {
  /** UTC, for example `2026-11-21T10:00:00Z`. */
  readonly takenOn: string
  /** Id of the environment's organization. */
  readonly environment: string
  readonly lanes: readonly CheckpointLane[]
}

interface CheckpointLane extends ChainTail {
  readonly targetTable: string
  readonly laneNumber: number
}

const kind = 'data-integration-ledger-checkpoint'

/** What the signing secret's derived key of checkpoints is asked for by. */
export const checkpointPurpose = 'ledger checkpoint'

/** What a verification that found no fault may leave for a later one. */
export function checkpointOf(
  verdicts: readonly LaneVerdict[],
  origin: Pick<Checkpoint, 'takenOn' | 'environment'>,
): Checkpoint {
  const lanes = verdicts
    .filter(({ tail }) => tail.sequence > 0)
    .map(({ targetTable, laneNumber, tail: { sequence, hash } }) => ({
      targetTable,
      laneNumber,
      sequence,
      hash,
    }))
  return { ...origin, lanes }
}

/** Where a lane's chain was; null where the checkpoint does not tell. */
export function placeInCheckpoint(
  checkpoint: Checkpoint | null,
  targetTable: string,
  laneNumber: number,
): ChainTail | null {
  const lanes = checkpoint?.lanes ?? []
  return (
    lanes.find((lane) => lane.targetTable === targetTable && lane.laneNumber === laneNumber) ?? null
  )
}

/** The text of a checkpoint, JSON, signed by HMAC-SHA-256 with the key. */
export function writeCheckpoint(checkpoint: Checkpoint, key: string): string {
  const { takenOn, environment, lanes } = checkpoint
  const content = { kind, takenOn, environment, lanes }
  return `${JSON.stringify({ ...content, signature: signatureOf(checkpoint, key) }, null, 2)}\n`
}

export type ReadCheckpoint = { readonly checkpoint: Checkpoint } | { readonly fault: string }

/**
 * The checkpoint that a text holds, or why it is not taken: `is no checkpoint`, ... to follow a name.
 *
 * @param environment The environment that it has to be of.
 */
export function readCheckpoint(text: string, key: string, environment: string): ReadCheckpoint {
  const content = contentOf(text)
  if (!content) return { fault: 'is not the text of a checkpoint.' }
  const { signature, checkpoint } = content
  if (!isSameText(signature, signatureOf(checkpoint, key))) {
    return { fault: 'was changed, or signed with another SIGNING_SECRET.' }
  }
  if (checkpoint.environment !== environment) {
    return { fault: `is of environment ${checkpoint.environment}, expected ${environment}.` }
  }
  return { checkpoint }
}

function signatureOf({ takenOn, environment, lanes }: Checkpoint, key: string): string {
  const rows = lanes.map(({ targetTable, laneNumber, sequence, hash }) => [
    targetTable,
    laneNumber,
    sequence,
    hash,
  ])
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, takenOn, environment, rows]))
    .digest('base64url')
}

function contentOf(
  text: string,
): { readonly checkpoint: Checkpoint; readonly signature: string } | null {
  const content = parsed(text)
  if (!isObject(content) || content['kind'] !== kind) return null
  const { takenOn, environment, lanes, signature } = content
  const isWhole =
    typeof takenOn === 'string' &&
    typeof environment === 'string' &&
    typeof signature === 'string' &&
    Array.isArray(lanes) &&
    lanes.every(isLane)
  return isWhole ? { checkpoint: { takenOn, environment, lanes }, signature } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isLane(lane: unknown): lane is CheckpointLane {
  return (
    isObject(lane) &&
    typeof lane['targetTable'] === 'string' &&
    typeof lane['laneNumber'] === 'number' &&
    typeof lane['sequence'] === 'number' &&
    typeof lane['hash'] === 'string'
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
