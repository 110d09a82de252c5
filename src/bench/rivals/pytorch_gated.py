"""PyTorch in float64: torch.nn.LSTM or torch.nn.GRU over the whole sequence and one linear layer, with autograd."""

import numpy as np
import torch

from contender import compete
from torch_layer import steps

LAYERS = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def pytorch(problem):
    V, H = problem.V, problem.H
    layer = LAYERS[problem.cell](V, H).double()
    output = torch.nn.Linear(H, V).double()
    W1, W2, W3, b, b_hn, bo = problem.stacked()
    # Each gate has two biases where the equations have one; but for b_hn the second stays out of it, where it can.
    second = np.concatenate([np.zeros(2 * H), b_hn]) if b_hn.size else np.zeros(4 * H)
    layer.bias_hh_l0.requires_grad_(b_hn.size > 0)
    ours = [layer.weight_ih_l0, layer.weight_hh_l0, output.weight, layer.bias_ih_l0, layer.bias_hh_l0, output.bias]
    passes, update = steps(problem, layer, output, list(zip(ours, [W1.T, W2.T, W3, b, second, bo])))

    def gradients():
        passes()
        dW1, dW2, dW3, db, dbo = (parameter.grad.numpy() for parameter in ours if parameter is not layer.bias_hh_l0)
        more = layer.bias_hh_l0.grad.numpy()[2 * H :] if b_hn.size else np.empty(0)
        return problem.apart(dW1.T, dW2.T, dW3, db, more, dbo)

    return gradients, update


compete(pytorch)
