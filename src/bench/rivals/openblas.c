/* The step with OpenBLAS: whole-sequence products where there are any, the recurrence by dgemv. */
#include <cblas.h>
#include "contender.h"

static double *states, *errors, *dtanh;

static void prepare(void) {
  states = doubles((T + 1) * H);
  errors = doubles(T * V);
  dtanh = doubles(T * H);
}

/* c (m,n) = a·b + beta·c, either of them transposed. */
static void product(CBLAS_TRANSPOSE a_as, CBLAS_TRANSPOSE b_as, int m, int n, int k, const double *a,
                    int a_row, const double *b, int b_row, double beta, double *c, int c_row) {
  cblas_dgemm(CblasRowMajor, a_as, b_as, m, n, k, 1, a, a_row, b, b_row, beta, c, c_row);
}

static void hidden(void) {
  for (int t = 0; t < T; t++) {
    double *restrict h = states + (t + 1) * H;
    const double *column = weights.w1 + x[t] * H;
    for (int j = 0; j < H; j++) h[j] = column[j] + weights.bh[j];
    if (t > 0) cblas_dgemv(CblasRowMajor, CblasTrans, H, H, 1, weights.w2, H, h - H, 1, 1, h, 1);
    for (int j = 0; j < H; j++) h[j] = tanh(h[j]);
  }
}

/* All logits at once, then each row becomes o − y. */
static double outputs(void) {
  double loss = 0;
  product(CblasNoTrans, CblasTrans, T, V, H, states + H, H, weights.w3, H, 0, errors, V);
  for (int t = 0; t < T; t++) {
    double *restrict e = errors + t * V;
    double largest = -INFINITY, total = 0;
    for (int k = 0; k < V; k++) {
      e[k] += weights.bo[k];
      if (e[k] > largest) largest = e[k];
    }
    for (int k = 0; k < V; k++) {
      e[k] = exp(e[k] - largest);
      total += e[k];
    }
    for (int k = 0; k < V; k++) e[k] *= 1 / total;
    loss -= log(e[y[t]]);
    e[y[t]] -= 1;
  }
  return loss;
}

static void backward(void) {
  product(CblasNoTrans, CblasNoTrans, T, H, V, errors, V, weights.w3, H, 0, dtanh, H);
  for (int t = T - 1; t >= 0; t--) {
    double *restrict d = dtanh + t * H;
    const double *h = states + (t + 1) * H;
    if (t < T - 1) cblas_dgemv(CblasRowMajor, CblasNoTrans, H, H, 1, weights.w2, H, d + H, 1, 1, d, 1);
    for (int j = 0; j < H; j++) d[j] *= 1 - h[j] * h[j];
  }
}

static void accumulate(void) {
  memset(gradients.w1, 0, V * H * sizeof(double));
  memset(gradients.bh, 0, (H + V) * sizeof(double));
  for (int t = 0; t < T; t++) {
    const double *d = dtanh + t * H, *e = errors + t * V;
    double *restrict g = gradients.w1 + x[t] * H;
    for (int j = 0; j < H; j++) g[j] += d[j];
    for (int j = 0; j < H; j++) gradients.bh[j] += d[j];
    for (int k = 0; k < V; k++) gradients.bo[k] += e[k];
  }
  product(CblasTrans, CblasNoTrans, H, H, T, states, H, dtanh, H, 0, gradients.w2, H);
  product(CblasTrans, CblasNoTrans, V, H, T, errors, V, states + H, H, 0, gradients.w3, H);
}

static double pass(void) {
  hidden();
  double loss = outputs();
  backward();
  accumulate();
  return loss;
}
