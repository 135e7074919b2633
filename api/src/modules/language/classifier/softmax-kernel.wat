;; The two inner loops of softmax regression, four classes at a time: the engine does not vectorise loops over
;; Float32Array, and these two are nine tenths of training. Rows are padded to a multiple of sixteen classes.
;; All pointers are in bytes. `softmax-kernel.ts` holds this file assembled.
(module
  (import "env" "memory" (memory 1))

  ;; scores[class] = bias[class] + sum over a text's features of value * weights[feature][class]
  (func (export "score")
    (param $features i32) (param $values i32) (param $count i32)
    (param $weights i32) (param $bias i32) (param $rowBytes i32) (param $scores i32)
    (local $column i32) (local $at i32) (local $row i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $columns
      (local.set $row (i32.add (local.get $bias) (local.get $column)))
      (local.set $a (v128.load (local.get $row)))
      (local.set $b (v128.load offset=16 (local.get $row)))
      (local.set $c (v128.load offset=32 (local.get $row)))
      (local.set $d (v128.load offset=48 (local.get $row)))
      (local.set $at (i32.const 0))
      (block $done
        (loop $each
          (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
          (local.set $value (v128.load32_splat (i32.add (local.get $values) (i32.shl (local.get $at) (i32.const 2)))))
          (local.set $row (i32.add (local.get $column) (i32.add (local.get $weights)
            (i32.mul (local.get $rowBytes) (i32.load (i32.add (local.get $features) (i32.shl (local.get $at) (i32.const 2))))))))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $value) (v128.load (local.get $row)))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $row)))))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $row)))))
          (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $row)))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $each)))
      (local.set $row (i32.add (local.get $scores) (local.get $column)))
      (v128.store (local.get $row) (local.get $a))
      (v128.store offset=16 (local.get $row) (local.get $b))
      (v128.store offset=32 (local.get $row) (local.get $c))
      (v128.store offset=48 (local.get $row) (local.get $d))
      (br_if $columns (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 64))) (local.get $rowBytes)))))

  ;; weights[feature][class] += value * steps[class], for a text's features; columns that do not move are left out
  (func (export "move")
    (param $features i32) (param $values i32) (param $count i32)
    (param $weights i32) (param $steps i32) (param $rowBytes i32)
    (local $column i32) (local $at i32) (local $row i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $columns
      (local.set $row (i32.add (local.get $steps) (local.get $column)))
      (local.set $a (v128.load (local.get $row)))
      (local.set $b (v128.load offset=16 (local.get $row)))
      (local.set $c (v128.load offset=32 (local.get $row)))
      (local.set $d (v128.load offset=48 (local.get $row)))
      (local.set $at (i32.const 0))
      (block $done
        (br_if $done (i32.eqz (v128.any_true
          (v128.or (v128.or (local.get $a) (local.get $b)) (v128.or (local.get $c) (local.get $d))))))
        (loop $each
          (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
          (local.set $value (v128.load32_splat (i32.add (local.get $values) (i32.shl (local.get $at) (i32.const 2)))))
          (local.set $row (i32.add (local.get $column) (i32.add (local.get $weights)
            (i32.mul (local.get $rowBytes) (i32.load (i32.add (local.get $features) (i32.shl (local.get $at) (i32.const 2))))))))
          (v128.store (local.get $row) (f32x4.add (v128.load (local.get $row)) (f32x4.mul (local.get $value) (local.get $a))))
          (v128.store offset=16 (local.get $row) (f32x4.add (v128.load offset=16 (local.get $row)) (f32x4.mul (local.get $value) (local.get $b))))
          (v128.store offset=32 (local.get $row) (f32x4.add (v128.load offset=32 (local.get $row)) (f32x4.mul (local.get $value) (local.get $c))))
          (v128.store offset=48 (local.get $row) (f32x4.add (v128.load offset=48 (local.get $row)) (f32x4.mul (local.get $value) (local.get $d))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $each)))
      (br_if $columns (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 64))) (local.get $rowBytes))))))
