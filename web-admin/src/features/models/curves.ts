/** The point of a curve that lies nearest to the threshold chosen. */
export function pointAt<Point extends { threshold: number }>(points: readonly Point[], threshold: number): Point | undefined {
  return points.reduce<Point | undefined>((nearest, point) =>
    (nearest && Math.abs(nearest.threshold - threshold) <= Math.abs(point.threshold - threshold) ? nearest : point), undefined)
}
