"""The steps that the contenders of PyTorch share, in float64."""

import torch

from contender import CLIP, LEARNING_RATE

torch.set_num_threads(1)


def steps(problem, layer, output, weights):
    """
    Gives a recurrent layer and the linear one after it their weights. Returns two functions: one that goes forward and
    backward over the whole sequence and returns the loss, and one that makes an update.
    """
    with torch.no_grad():
        for parameter, values in weights:
            parameter.copy_(torch.from_numpy(values))
    trained = [parameter for parameter, _ in weights if parameter.requires_grad]
    x = torch.nn.functional.one_hot(torch.from_numpy(problem.x), problem.V).double().unsqueeze(1)
    y = torch.from_numpy(problem.y)
    loss_of = torch.nn.CrossEntropyLoss(reduction="sum")
    optimizer = torch.optim.SGD(trained, lr=LEARNING_RATE)

    def passes():
        optimizer.zero_grad()
        states, _ = layer(x)
        loss = loss_of(output(states.squeeze(1)), y)
        loss.backward()
        return loss

    def update():
        loss = passes()
        torch.nn.utils.clip_grad_norm_(trained, CLIP)
        optimizer.step()
        return loss.item()

    return passes, update
