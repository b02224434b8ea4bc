#!/usr/bin/env python3
"""Histogram gradient boosting of scikit-learn, once: seconds of fit and predict, RMSE on the last fifth.

  trees.py X.f32 Y.f32 ROWS COLUMNS ROUNDS THREADS

X.f32 holds the rows one after the other as little-endian Float32; THREADS 0 leaves their number to the library. Prints one JSON object.
"""
import json
import os
import sys
import time

if sys.argv[6] != "0":
    os.environ["OMP_NUM_THREADS"] = sys.argv[6]

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingRegressor

rows, columns, rounds = (int(a) for a in sys.argv[3:6])
X = np.fromfile(sys.argv[1], dtype="<f4", count=rows * columns).reshape(rows, columns).astype(np.float64)
y = np.fromfile(sys.argv[2], dtype="<f4", count=rows).astype(np.float64)
cut = rows * 4 // 5


def model(n):
    return HistGradientBoostingRegressor(max_iter=n, early_stopping=False, random_state=0)


# Threads and code are made on first use; that is not what is measured.
model(2).fit(X[:5000], y[:5000]).predict(X[:5000])
start = time.perf_counter()
fitted = model(rounds).fit(X[:cut], y[:cut])
fit = time.perf_counter() - start
start = time.perf_counter()
expected = fitted.predict(X[cut:])
predict = time.perf_counter() - start
rmse = float(np.sqrt(np.mean((expected - y[cut:]) ** 2)))
print(json.dumps({"fit": fit, "predict": predict, "rmse": rmse, "peer": "scikit-learn " + sklearn.__version__}))
