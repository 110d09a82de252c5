"""
NumPy at its best for cells with gates: rows looked up, the gates side by side in one matrix, everything but the
recurrence in products of the whole sequence, and all factors that no other timestep changes computed before the loop.
"""

import numpy as np

from contender import compete, descend


def outputs(hidden, W3, bo, y):
    """e of every timestep."""
    e = hidden @ W3.T
    e += bo
    e -= e.max(axis=1, keepdims=True)
    np.exp(e, out=e)
    e /= e.sum(axis=1, keepdims=True)
    e[np.arange(len(y)), y] -= 1
    return e


def sigmoid(a):
    """In place."""
    a *= 0.5
    np.tanh(a, out=a)
    a *= 0.5
    a += 0.5


def rows_of(W1, x, da):
    dW1 = np.zeros_like(W1)
    np.add.at(dW1, x, da)
    return dW1


def lstm(problem):
    """The gates stand as i f g o; i and f are one block of a row."""
    x, y, T, H = problem.x, problem.y, problem.T, problem.H
    W1, W2, W3, b, none, bo = weights = problem.stacked()
    i, f, g, o = (slice(k * H, (k + 1) * H) for k in range(4))

    def gradients():
        a = W1[x] + b
        c, h = np.zeros((T + 1, H)), np.zeros((T + 1, H))
        tanh_c = np.empty((T, H))
        for t in range(T):
            row = a[t]
            row += h[t] @ W2
            sigmoid(row[: 2 * H])
            np.tanh(row[g], out=row[g])
            sigmoid(row[o])
            np.multiply(row[f], c[t], out=c[t + 1])
            c[t + 1] += row[i] * row[g]
            np.tanh(c[t + 1], out=tanh_c[t])
            np.multiply(row[o], tanh_c[t], out=h[t + 1])
        hidden = h[1:]
        e = outputs(hidden, W3, bo, y)
        from_h = a[:, o] * (1 - tanh_c * tanh_c)
        slope = np.empty((T, 4, H))
        slope[:, 0] = a[:, g] * a[:, i] * (1 - a[:, i])
        slope[:, 1] = c[:-1] * a[:, f] * (1 - a[:, f])
        slope[:, 2] = a[:, i] * (1 - a[:, g] * a[:, g])
        slope[:, 3] = tanh_c * a[:, o] * (1 - a[:, o])
        dh = e @ W3
        da = np.empty((T, 4 * H))
        back = W2.T
        dc_later = np.zeros(H)
        for t in range(T - 1, -1, -1):
            if t < T - 1:
                dh[t] += da[t + 1] @ back
            dc = dh[t] * from_h[t]
            dc += dc_later
            row = da[t].reshape(4, H)
            np.multiply(slope[t, :3], dc, out=row[:3])
            np.multiply(slope[t, 3], dh[t], out=row[3])
            dc_later = dc * a[t, f]
        return rows_of(W1, x, da), h[:-1].T @ da, e.T @ hidden, da.sum(axis=0), none, e.sum(axis=0)

    return weights, gradients


def gru(problem):
    """The gates stand as r z n; r and z are one block of a row."""
    x, y, T, H = problem.x, problem.y, problem.T, problem.H
    W1, W2, W3, b, b_hn, bo = weights = problem.stacked()
    r, z, n = (slice(k * H, (k + 1) * H) for k in range(3))

    def gradients():
        a = W1[x] + b
        h, hn = np.zeros((T + 1, H)), np.empty((T, H))
        for t in range(T):
            row, product = a[t], h[t] @ W2
            row[: 2 * H] += product[: 2 * H]
            sigmoid(row[: 2 * H])
            np.add(product[n], b_hn, out=hn[t])
            row[n] += row[r] * hn[t]
            np.tanh(row[n], out=row[n])
            np.subtract(h[t], row[n], out=h[t + 1])
            h[t + 1] *= row[z]
            h[t + 1] += row[n]
        hidden = h[1:]
        e = outputs(hidden, W3, bo, y)
        slope_n = (1 - a[:, z]) * (1 - a[:, n] * a[:, n])
        slope_z = (h[:-1] - a[:, n]) * a[:, z] * (1 - a[:, z])
        slope_r = hn * a[:, r] * (1 - a[:, r])
        dh = e @ W3
        # Of r, z and hn, which the state goes into.
        da, da_n = np.empty((T, 3 * H)), np.empty((T, H))
        back = W2.T
        for t in range(T - 1, -1, -1):
            if t < T - 1:
                dh[t] += dh[t + 1] * a[t + 1, z]
                dh[t] += da[t + 1] @ back
            np.multiply(dh[t], slope_n[t], out=da_n[t])
            np.multiply(da_n[t], slope_r[t], out=da[t, r])
            np.multiply(dh[t], slope_z[t], out=da[t, z])
            np.multiply(da_n[t], a[t, r], out=da[t, n])
        of_input = np.hstack([da[:, : 2 * H], da_n])
        db_hn = da[:, n].sum(axis=0)
        return rows_of(W1, x, of_input), h[:-1].T @ da, e.T @ hidden, of_input.sum(axis=0), db_hn, e.sum(axis=0)

    return weights, gradients


def gated(problem):
    weights, gradients = {"lstm": lstm, "gru": gru}[problem.cell](problem)
    return lambda: problem.apart(*gradients()), lambda: descend(weights, gradients())


compete(gated)
