#!/usr/bin/env python3
"""Histogram gradient boosting of scikit-learn on stretches of rows left out in turn: what it expects of the rows left out.

  stretches.py XY.f32 ROWS COLUMNS FOLDS.json OUT.f64

XY.f32 holds the rows one after the other as little-endian Float32, the target last. FOLDS.json: a list of {"train": [[from, to), ...], "test": [from, to)}.
OUT.f64 gets the expected values of the default settings for every test row in order, then those of stronger settings. Prints one JSON object.
"""
import json
import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"  # on a busy machine its threads wait for each other

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingRegressor

rows, columns = int(sys.argv[2]), int(sys.argv[3])
M = np.fromfile(sys.argv[1], dtype="<f4", count=rows * columns).reshape(rows, columns).astype(np.float64)
X, y = M[:, :-1], M[:, -1]
folds = json.load(open(sys.argv[4]))
settings = [{}, dict(max_iter=600, learning_rate=0.06, max_leaf_nodes=63, l2_regularization=1.0)]
out = []
for extra in settings:
    for fold in folds:
        train = np.concatenate([np.arange(a, b) for a, b in fold["train"]])
        model = HistGradientBoostingRegressor(early_stopping=False, random_state=0, **extra).fit(X[train], y[train])
        out.append(model.predict(X[fold["test"][0] : fold["test"][1]]))
np.concatenate(out).astype("<f8").tofile(sys.argv[5])
print(json.dumps({"peer": "scikit-learn " + sklearn.__version__}))
