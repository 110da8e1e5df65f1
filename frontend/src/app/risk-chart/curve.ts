import type { RiskPoint } from '../../state/evaluation';
import { type Plane, xOf, yOf } from '../chart/chart';

/** The risk of the metric that goes with the curve, coverage at 80 % accuracy. */
export const goal = 0.2;

/** A round share that leaves room above the curve and above the goal. */
export function highestRisk(points: readonly RiskPoint[]): number {
  const most = Math.max(...points.map(({ risk }) => risk));
  return most > 0.5 ? 1 : Math.max(0.3, Math.ceil(most * 10 + 0.01) / 10);
}

/** A curve as the points of a line. */
export function lineOf(points: readonly RiskPoint[], plane: Plane): string {
  return points
    .map(({ coverage, risk }) => `${xOf(coverage).toFixed(1)},${yOf(plane, risk).toFixed(1)}`)
    .join(' ');
}
